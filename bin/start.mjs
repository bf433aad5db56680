import { launch, projectFile } from './bootstrap.mjs'

await launch([projectFile('embedded/main.ts'), ...process.argv.slice(2)])
