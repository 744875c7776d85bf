import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/clerk.ts'],
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  // Declarations are made by tsc, once for all who check types.
  clean: ['!**/*.d.ts', '!.tsbuildinfo'],
  sourcemap: true,
  splitting: true,
  treeshake: false,
})
