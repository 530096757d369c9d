//! Enums whose variants have a name in JSON, in Python and on the command line.

/// Declares an enum whose variants have a name: the name of each variant stands beside it and nowhere else.
macro_rules! named {
    (
        $(#[$doc:meta])*
        pub enum $enum:ident($what:literal) {
            $($(#[$variant_doc:meta])* $variant:ident = $name:literal,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[non_exhaustive]
        pub enum $enum {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $enum {
            /// Every variant, in order.
            pub const ALL: &[$enum] = &[$($enum::$variant),+];

            /// The name used in JSON, in Python and on the command line.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $($enum::$variant => $name,)+
                }
            }
        }

        impl std::fmt::Display for $enum {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $enum {
            type Err = crate::error::Error;

            /// Reads the name that `as_str` gives.
            fn from_str(name: &str) -> Result<$enum, crate::error::Error> {
                $enum::ALL.iter().copied().find(|it| it.as_str() == name).ok_or_else(|| {
                    crate::error::ErrorKind::UnknownName {
                        what: $what,
                        value: name.into(),
                        expected: [$($name),+].join(", ").into(),
                    }
                    .into()
                })
            }
        }
    };
}

pub(crate) use named;
