//! Rasterizing: an SVG as pixels and as PNG.

use crate::platform::download::blob;
use js_sys::{Promise, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, ReadableWritablePair, Response, Url,
};

#[wasm_bindgen]
extern "C" {
    /// Compresses what is piped through it. `web_sys` does not have it yet.
    type CompressionStream;

    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<CompressionStream, JsValue>;
}

/// Pixels of the PNG for each CSS pixel: sharp on slides and on screens of high density.
const SCALE: f64 = 1.5;

/// An SVG of this size in CSS pixels, drawn on a canvas.
///
/// # Errors
/// What the browser threw, or that what was drawn cannot be read.
pub async fn draw(svg: &str, width: f64, height: f64) -> Result<HtmlCanvasElement, JsValue> {
    let address = Url::create_object_url_with_blob(&blob(svg.as_bytes(), "image/svg+xml")?)?;
    let drawn = draw_image(&address, width * SCALE, height * SCALE).await;
    Url::revoke_object_url(&address)?;
    if is_readable()? { drawn } else { Err("the browser changes what is read from a canvas".into()) }
}

/// The pixels of a canvas, four bytes each: red, green, blue, alpha.
///
/// # Errors
/// What the browser threw, such as for want of memory.
pub fn pixels(canvas: &HtmlCanvasElement) -> Result<Vec<u8>, JsValue> {
    let (width, height) = (canvas.width().into(), canvas.height().into());
    Ok(context_of(canvas)?.get_image_data(0.0, 0.0, width, height)?.data().0)
}

/// What is drawn on a canvas as PNG, as the browser encodes it.
///
/// # Errors
/// What the browser threw.
pub async fn png(canvas: &HtmlCanvasElement) -> Result<Blob, JsValue> {
    let made = Promise::new(&mut |resolve, reject| {
        if let Err(error) = canvas.to_blob(&resolve) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    // Null if the browser has not enough memory.
    JsFuture::from(made).await?.dyn_into()
}

/// Bytes compressed in the format of zlib.
///
/// # Errors
/// What the browser threw: not every one can compress.
pub async fn compress(bytes: &[u8]) -> Result<Vec<u8>, JsValue> {
    let compressor = CompressionStream::new("deflate")?;
    let compressed = blob(bytes, "")?.stream().pipe_through(compressor.unchecked_ref::<ReadableWritablePair>());
    let answer = Response::new_with_opt_readable_stream(Some(&compressed))?;
    Ok(Uint8Array::new(&JsFuture::from(answer.array_buffer()?).await?).to_vec())
}

/// True where a canvas gives back what was drawn. Browsers that hide who their reader is give noise or a blank in its
/// place, which would make a picture of stripes.
fn is_readable() -> Result<bool, JsValue> {
    let canvas = new_canvas(8.0, 8.0)?;
    let context = context_of(&canvas)?;
    context.set_fill_style_str("#123456");
    context.fill_rect(0.0, 0.0, 8.0, 8.0);
    let pixels = context.get_image_data(0.0, 0.0, 8.0, 8.0)?.data();
    // Some change the last bits only, which nobody sees.
    let is_right = |pixel: &[u8]| pixel.iter().zip([0x12, 0x34, 0x56, 0xff]).all(|(a, b)| a.abs_diff(b) < 9);
    Ok(pixels.chunks_exact(4).all(is_right))
}

fn new_canvas(width: f64, height: f64) -> Result<HtmlCanvasElement, JsValue> {
    let canvas = document().create_element("canvas")?.unchecked_into::<HtmlCanvasElement>();
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    Ok(canvas)
}

fn context_of(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, JsValue> {
    Ok(canvas.get_context("2d")?.ok_or("no canvas")?.unchecked_into())
}

async fn draw_image(address: &str, width: f64, height: f64) -> Result<HtmlCanvasElement, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await?;
    let canvas = new_canvas(width, height)?;
    let context = context_of(&canvas)?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}
