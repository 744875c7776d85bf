const subpathsOf = name =>
  Object.keys(require(`${name}/package.json`).exports).filter(each => each !== './package.json')

const specifiers = ['core', 'react', 'vue', 'emulator']
  .map(name => `@clientele/${name}`)
  .flatMap(name => subpathsOf(name).map(subpath => name + subpath.slice(1)))

test.each(specifiers)('%s', name => {
  expect(Object.keys(require(name)).length).toBeGreaterThan(0)
})
