import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/staff/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../../dist/staff', import.meta.url)),
    emptyOutDir: true,
    // Office browsers of 2021 (Chromium 87 shells) still open it.
    target: ['chrome87', 'safari14.1', 'firefox85'],
    manifest: true,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
