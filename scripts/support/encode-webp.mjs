/**
 * A picture as WebP, which is a third of the PNG that browsers take. A browser is there anyway, so
 * it encodes it.
 *
 * @param {import('playwright-core').Page} page any page without a policy
 * @param {Buffer} png
 * @returns {Promise<Buffer>}
 */
export const encodeWebp = async (page, png) => {
  const url = await page.evaluate(async base64 => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    canvas.getContext('2d')?.drawImage(image, 0, 0)
    return canvas.toDataURL('image/webp', 0.9)
  }, png.toString('base64'))
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}
