/** Whether a mark stands out from what is around it. */

/** Runs in a page: how marks of a look are underlined in its first paragraph, and on what. */
export function underlineOf(look: string) {
  const style = getComputedStyle(document.querySelector('p') as Element, `::highlight(bedside-${look})`);
  const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  const pixel = (colour: string) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  pixel('Canvas');
  const background = pixel(getComputedStyle(document.body).backgroundColor);
  return { kind: style.textDecorationLine, background, colour: pixel(style.textDecorationColor) };
}

/** As WCAG 2.2 defines it, of two colours given as bytes. */
export function contrast(one: number[], other: number[]): number {
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
