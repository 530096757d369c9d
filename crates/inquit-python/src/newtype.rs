//! Classes over structs of the core whose fields are public.

/// Makes a class of values over a struct of the core: which fields make its hash, what its constructor
/// takes, and its attributes, each with how to read it. Attributes are arguments as [`Argument`] says.
///
/// [`Argument`]: crate::value::Argument
macro_rules! newtype {
    (
        $(#[$meta:meta])*
        $class:ident($core:ty) as $name:literal, hashed by $($key:ident),+;
        new ($($signature:tt)*) ($($given:ident: $given_type:ty),* $(,)?) $make:block
        match $matched:ty = $names:expr;
        fields { $($(#[$doc:meta])* $argument:ident $field:ident: $type:ty = $get:expr;)+ }
        $(more { $($more:tt)* })?
    ) => {
        $(#[$meta])*
        #[pyclass(module = "inquit", name = $name, frozen, eq, hash, from_py_object)]
        #[derive(Clone, Eq, PartialEq)]
        pub(crate) struct $class(pub(crate) $core);

        impl std::hash::Hash for $class {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                $(self.0.$key.hash(state);)+
            }
        }

        impl $crate::value::Value for $class {
            const ARGUMENTS: &'static [$crate::value::Argument] =
                &[$($crate::value::Argument::$argument(stringify!($field))),+];
        }

        #[pymethods]
        impl $class {
            #[new]
            #[pyo3(signature = ($($signature)*))]
            #[allow(clippy::too_many_arguments, reason = "keyword arguments")]
            fn py_new($($given: $given_type),*) -> $class {
                $class($make)
            }

            $(
                $(#[$doc])*
                #[getter]
                fn $field(&self) -> $type {
                    let get: fn(&$core) -> $type = $get;
                    get(&self.0)
                }
            )+

            $($($more)*)?

            fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
                $crate::value::repr(slf)
            }

            fn __getnewargs_ex__<'py>(
                slf: &Bound<'py, Self>,
            ) -> PyResult<$crate::value::Arguments<'py>> {
                $crate::value::Arguments::of(slf)
            }

            #[classattr]
            fn __match_args__() -> $matched {
                $names
            }
        }
    };
}

pub(crate) use newtype;
