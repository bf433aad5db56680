import { launch } from './bootstrap.mjs'

await launch(process.argv.slice(2))
