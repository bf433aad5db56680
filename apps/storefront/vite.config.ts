import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  // Contracts are declared in the shop's own TypeScript, which Node runs as it is.
  ssr: { external: ['@souk/contracts', '@souk/kit'] },
})
