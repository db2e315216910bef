// The worker that reads documents which readers open: the program, the bytes of a file and its password in, the parsed
// document out.
// The page ends it when it is done, so that a hostile file leaves nothing behind.
import init, { read } from '../target/web/reader/reader.js'

self.onmessage = async ({ data: [program, bytes, password] }) => {
  try {
    await init({ module_or_path: program })
    const answer = read(bytes, password)
    postMessage(answer, [answer.buffer])
  } catch {
    // A rejected promise would not reach the page, which would wait for ever.
    postMessage(null)
  }
}
