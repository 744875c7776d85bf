import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/clerk.ts'],
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  dts: true,
  clean: true,
  sourcemap: true,
  splitting: true,
  treeshake: false,
})
