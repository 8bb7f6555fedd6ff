/** Whether a mark stands out from what is around it, as it is painted. */
import type { Page } from 'puppeteer-core';

/**
 * The highest contrast to the background of what is painted below the letters of a page's first paragraph. Its letters
 * are large, and none of them reaches below the line.
 */
export async function contrastBelowLetters(page: Page): Promise<number> {
  const clip = await page.evaluate(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('p') as Element);
    const { left, bottom, width, height } = range.getBoundingClientRect();
    const below = Math.floor(height * 0.18);
    return { x: Math.ceil(left), y: Math.floor(bottom - below), width: Math.floor(width), height: below };
  });
  const picture = await page.screenshot({ clip, encoding: 'base64' });
  const [background = [], ...painted] = await page.evaluate(coloursOf, picture);
  return Math.max(1, ...painted.map((colour) => contrast(colour, background)));
}

/** Runs in a page: the colours in a picture as bytes, the one that is there most often first. */
async function coloursOf(picture: string): Promise<number[][]> {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const context = new OffscreenCanvas(image.width, image.height).getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const counts = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.slice(at, at + 3).join();
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour.split(',').map(Number));
}

/** As WCAG 2.2 defines it, of two colours given as bytes. */
function contrast(one: number[], other: number[]): number {
  const luminance = (colour: number[]) => {
    const [red = 0, green = 0, blue = 0] = colour.map((byte) => {
      const part = byte / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
