//! Rasterizing: an SVG as PNG.

use crate::platform::download::blob;
use js_sys::Promise;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// Pixels of the PNG for each CSS pixel: sharp in print and on screens of high density.
const SCALE: f64 = 2.0;

/// An SVG of this size in CSS pixels as PNG.
///
/// # Errors
/// What the browser threw, or that it has no canvas.
pub async fn png(svg: &str, width: f64, height: f64) -> Result<Blob, JsValue> {
    let address = Url::create_object_url_with_blob(&blob(svg.as_bytes(), "image/svg+xml")?)?;
    let drawn = draw(&address, width * SCALE, height * SCALE).await;
    Url::revoke_object_url(&address)?;
    let canvas = drawn?;
    let made = Promise::new(&mut |resolve, reject| {
        if let Err(error) = canvas.to_blob(&resolve) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    // Null if the browser has not enough memory.
    JsFuture::from(made).await?.dyn_into()
}

async fn draw(address: &str, width: f64, height: f64) -> Result<HtmlCanvasElement, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await?;
    let canvas = document().create_element("canvas")?.unchecked_into::<HtmlCanvasElement>();
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d")?.ok_or("no canvas")?.unchecked_into::<CanvasRenderingContext2d>();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}
