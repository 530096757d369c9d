//! Where results go.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use inquit_io::Inputs;

use crate::batches::Stop;
use crate::progress::Progress;
use crate::streams::Terminal;

/// So many bytes are written with one system call.
pub(crate) const BUFFER: usize = 1 << 16;

const STDOUT: &str = "standard output";

/// The file that was asked for, or standard output, and how errors call it.
pub(crate) fn open<'a>(
    path: Option<&Path>,
    inputs: &Inputs,
    stdout: impl Write + 'a,
) -> Result<(Box<dyn Write + 'a>, String), Stop> {
    let Some((path, to)) = named(path, inputs)? else {
        return Ok((Box::new(stdout), STDOUT.into()));
    };
    match File::create(path) {
        Ok(file) => Ok((Box::new(file), to)),
        Err(source) => Err(Stop::Output { to, source }),
    }
}

/// The file that was asked for and how errors call it; none for standard output.
fn named<'p>(path: Option<&'p Path>, inputs: &Inputs) -> Result<Option<(&'p Path, String)>, Stop> {
    let Some(path) = path.filter(|path| *path != Path::new("-")) else { return Ok(None) };
    let to = format!("`{}`", path.display());
    if inputs.contains(path) {
        return Err(Stop::Usage(format!("{to} is one of the inputs; write elsewhere")));
    }
    Ok(Some((path, to)))
}

/// A result that is there as a whole or not at all. What is in the way of writing it is found before
/// the work begins.
pub(crate) struct Whole<'a> {
    to: String,
    target: Target<'a>,
}

enum Target<'a> {
    /// What is written to as it comes: standard output, a pipe, a device.
    Stream(Box<dyn Write + 'a>),
    /// A file beside the one that it is to replace.
    File { file: File, temporary: Temporary, path: PathBuf },
}

/// A file that is removed unless it was given its name.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        // It is gone where it was renamed.
        drop(fs::remove_file(&self.0));
    }
}

impl<'a> Whole<'a> {
    pub(crate) fn open(
        path: Option<&Path>,
        inputs: &Inputs,
        stdout: impl Write + 'a,
    ) -> Result<Whole<'a>, Stop> {
        let Some((path, to)) = named(path, inputs)? else {
            return Ok(Whole { to: STDOUT.into(), target: Target::Stream(Box::new(stdout)) });
        };
        match Target::at(path) {
            Ok(target) => Ok(Whole { to, target }),
            Err(source) => Err(Stop::Output { to, source }),
        }
    }

    /// Writes the result.
    pub(crate) fn write(
        self,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Stop> {
        let Whole { to, target } = self;
        target.write(write).map_err(|source| Stop::Output { to, source })
    }
}

impl<'a> Target<'a> {
    fn at(path: &Path) -> io::Result<Target<'a>> {
        // Where the path is a link, it goes on leading to the file.
        let known = fs::canonicalize(path);
        let path = known.as_deref().unwrap_or(path);
        let old = fs::metadata(path).ok();
        if old.as_ref().is_some_and(|old| !old.is_file()) {
            return Ok(Target::Stream(Box::new(OpenOptions::new().write(true).open(path)?)));
        }
        let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
        let mut beside = name.to_owned();
        beside.push(format!(".{}.tmp", std::process::id()));
        let temporary = path.with_file_name(beside);
        let file = File::create(&temporary)?;
        let temporary = Temporary(temporary);
        if let Some(old) = old {
            file.set_permissions(old.permissions())?;
        }
        Ok(Target::File { file, temporary, path: path.to_owned() })
    }

    fn write(self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        match self {
            Target::Stream(stream) => {
                let mut out = BufWriter::with_capacity(BUFFER, stream);
                write(&mut out)?;
                out.flush()
            }
            Target::File { file, temporary, path } => {
                let mut out = BufWriter::with_capacity(BUFFER, file);
                write(&mut out)?;
                out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
                fs::rename(&temporary.0, path)
            }
        }
    }
}

/// A bar, where it is not in the way of results.
pub(crate) fn progress(inputs: &Inputs, into_file: bool, terminal: Terminal) -> Progress {
    let shown = terminal.stderr.terminal && (into_file || !terminal.stdout.terminal);
    Progress::new(if shown { inputs.size() } else { None }, shown)
}
