// The worker that reads documents which readers open: the program, the bytes of a file and its password in; the parsed
// document and the compiled program out, so that the next worker need not compile it.
// The page ends it when it is done, so that a hostile file leaves nothing behind.
import init, { read } from '../target/web/reader/reader.js'

self.onmessage = async ({ data: [program, bytes, password] }) => {
  try {
    const compiled = program instanceof WebAssembly.Module ? program : await WebAssembly.compile(program)
    await init({ module_or_path: compiled })
    const answer = read(bytes, password)
    postMessage([answer, compiled], [answer.buffer])
  } catch {
    // A rejected promise would not reach the page, which would wait for ever.
    postMessage(null)
  }
}
