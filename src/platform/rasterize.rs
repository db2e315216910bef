//! A picture in points: what an SVG shows, as PNG.

use crate::platform::download::blob;
use js_sys::Promise;
use leptos::prelude::document;
use mingbai_core::export::Picture;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// Points for each pixel: sharp in print and on fine screens.
const FINE: f64 = 2.0;

/// A picture as PNG.
///
/// # Errors
/// What the browser threw, or that it has no canvas.
pub async fn png(picture: &Picture) -> Result<Blob, JsValue> {
    let address = Url::create_object_url_with_blob(&blob(picture.svg.as_bytes(), "image/svg+xml")?)?;
    let drawn = draw(picture, &address).await;
    Url::revoke_object_url(&address)?;
    let canvas = drawn?;
    let made = Promise::new(&mut |resolve, reject| {
        if let Err(error) = canvas.to_blob(&resolve) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    // Where memory does not suffice, there is none.
    JsFuture::from(made).await?.dyn_into()
}

async fn draw(picture: &Picture, address: &str) -> Result<HtmlCanvasElement, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await?;
    let canvas = document().create_element("canvas")?.unchecked_into::<HtmlCanvasElement>();
    let (width, height) = (picture.width * FINE, picture.height * FINE);
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = canvas.get_context("2d")?.ok_or("no canvas")?.unchecked_into::<CanvasRenderingContext2d>();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}
