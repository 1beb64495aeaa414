//! Compressed files.

use std::io::Read;

use flate2::read::MultiGzDecoder;

/// What a file may grow to: a day of a large agency is a tenth of it, and a
/// bomb of a few kilobytes would fill the memory.
pub const LARGEST: u64 = 512 << 20;

/// The bytes of a gzip file; others as they are.
///
/// # Errors
/// A line for a person, when the file is damaged or too large.
pub fn unpack(bytes: &[u8]) -> Result<std::borrow::Cow<'_, [u8]>, String> {
    unpack_up_to(bytes, LARGEST)
}

fn unpack_up_to(bytes: &[u8], largest: u64) -> Result<std::borrow::Cow<'_, [u8]>, String> {
    if !bytes.starts_with(b"\x1f\x8b") {
        return Ok(bytes.into());
    }
    let mut unpacked = Vec::new();
    let mut reader = MultiGzDecoder::new(bytes).take(largest + 1);
    let end = reader.read_to_end(&mut unpacked);
    if unpacked.len() as u64 > largest {
        return Err(format!("it unpacks to more than {} MB", largest >> 20));
    }
    match end {
        Ok(_) => Ok(unpacked.into()),
        Err(error) => Err(format!("the gzip file is damaged: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        writer.write_all(bytes).unwrap();
        writer.finish().unwrap()
    }

    #[test]
    fn gzip_is_unpacked_and_other_bytes_are_left() {
        assert_eq!(unpack(&packed(b"words")).unwrap().as_ref(), b"words");
        assert_eq!(unpack(b"words").unwrap().as_ref(), b"words");
    }

    #[test]
    fn a_bomb_and_a_damaged_file_are_refused() {
        assert!(unpack_up_to(&packed(&vec![0; 1 << 20]), 1 << 16).is_err());
        let mut cut = packed(b"some words that are cut");
        cut.truncate(20);
        assert!(unpack(&cut).is_err());
    }
}
