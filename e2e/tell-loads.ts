import { registerHooks } from 'node:module'

// Imported before a program: tells whoever started it of each file it loads.
registerHooks({
  load(url, context, nextLoad) {
    process.send?.({ loaded: url })
    return nextLoad(url, context)
  },
})
