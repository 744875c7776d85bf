import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/node.ts', 'src/testing.ts', 'src/bin.ts'],
  format: 'esm',
  target: 'es2022',
  platform: 'node',
  dts: { entry: ['src/index.ts', 'src/node.ts', 'src/testing.ts'] },
  clean: true,
  sourcemap: true,
  splitting: true,
  treeshake: false,
})
