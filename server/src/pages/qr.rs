//! A QR code as a picture inside the page: PNG, because SVG is off in the safest browsers.

use qrcode::{Color, QrCode};

use crate::foundation::refusal::{Broken, Refusal};

/// Empty modules around the code, as its standard wants.
const QUIET: usize = 4;
/// Pixels of one module.
const SCALE: usize = 4;

/// The QR code of `text` as a `data:` address of a PNG in black and white.
pub fn png_data_uri(text: &str) -> Result<String, Refusal> {
    let code = QrCode::new(text).map_err(|why| Broken::new("a QR code cannot be made", &why))?;
    let width = code.width();
    let side = (width + 2 * QUIET) * SCALE;
    let modules = code.to_colors();
    let is_dark = |x: usize, y: usize| {
        let (x, y) = (
            (x / SCALE).checked_sub(QUIET),
            (y / SCALE).checked_sub(QUIET),
        );
        match (x, y) {
            (Some(x), Some(y)) if x < width && y < width => {
                modules.get(y * width + x) == Some(&Color::Dark)
            }
            _ => false,
        }
    };
    let pixels: Vec<u8> = (0..side)
        .flat_map(|y| (0..side).map(move |x| (x, y)))
        .map(|(x, y)| if is_dark(x, y) { 0 } else { 255 })
        .collect();
    let png = encode(side, &pixels).map_err(|why| Broken::new("a picture cannot be made", &why))?;
    Ok(format!(
        "data:image/png;base64,{}",
        data_encoding::BASE64.encode(&png)
    ))
}

fn encode(side: usize, pixels: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let side = u32::try_from(side).unwrap_or(u32::MAX);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_becomes_a_picture() {
        let uri = png_data_uri("otpauth://totp/Amparo:ana?secret=ABC").unwrap();
        assert!(uri.starts_with("data:image/png;base64,iVBOR"));
        assert!(uri.len() < 8000);
    }
}
