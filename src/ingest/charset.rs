//! Bytes to text.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// Decodes `bytes` without their mark of byte order.
///
/// In this order: the mark, UTF-16 without a mark (by its zeros), valid UTF-8,
/// a guess. The second value is a warning when the text may not be as it was.
pub fn decode(bytes: &[u8]) -> (String, Option<String>) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, bytes.get(mark..).unwrap_or_default());
    }
    // Zeros are valid UTF-8, so this comes first.
    if let Some(encoding) = unmarked_utf16(bytes) {
        return with(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), None);
    }
    // One damaged letter must not turn the whole text into Latin letters.
    if is_nearly_utf8(bytes) {
        return with(UTF_8, bytes);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, warning) = with(encoding, bytes);
    let guessed = || Some(format!("encoding not given, read as {}", encoding.name()));
    (text, warning.or_else(guessed))
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> (String, Option<String>) {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let warning = damaged.then(|| format!("some letters are damaged, read as {}", encoding.name()));
    (text.into_owned(), warning)
}

/// Text of Latin letters in UTF-16 has a zero in every second byte.
pub fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(4096) & !1)?;
    let zeros = |first: usize| {
        sample
            .iter()
            .skip(first)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count()
    };
    let pairs = sample.len() / 2;
    let (high, low) = (zeros(0), zeros(1));
    if pairs < 4 {
        return None;
    }
    if low * 10 > pairs * 7 && high * 10 < pairs {
        return Some(encoding_rs::UTF_16LE);
    }
    (high * 10 > pairs * 7 && low * 10 < pairs).then_some(encoding_rs::UTF_16BE)
}

/// Many letters of several bytes are right and few are wrong.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 4 * bad
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str) {
        assert_eq!(decode(bytes).0, text);
    }

    #[test]
    fn a_mark_of_byte_order_is_obeyed_and_removed() {
        check(b"\xef\xbb\xbfa\xc3\xa9", "aé");
        check(b"\xff\xfea\0\xe9\0", "aé");
        check(b"\xfe\xff\0a\0\xe9", "aé");
    }

    #[test]
    fn old_encodings_are_guessed() {
        let german = "Die Fähre fährt täglich über den Fjord nach Königsberg und zurück.";
        check(&encoding_rs::WINDOWS_1252.encode(german).0, german);
        let korean = "총리는 협상에 응하겠다고 말했다. 배부터 먼저 돌아가야 한다고 강조했다.";
        check(&encoding_rs::EUC_KR.encode(korean).0, korean);
    }

    #[test]
    fn utf16_without_a_mark_is_seen() {
        let bytes: Vec<u8> = "Nine people"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        check(&bytes, "Nine people");
    }

    #[test]
    fn one_damaged_letter_costs_one_letter() {
        let mut bytes = "é à ü ö ß “a” “b” ñ ç".as_bytes().to_vec();
        bytes.push(0xff);
        let (text, warning) = decode(&bytes);
        assert!(text.starts_with("é à ü") && text.ends_with('\u{fffd}'));
        assert!(warning.is_some());
    }
}
