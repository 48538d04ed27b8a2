// A moving picture out of screenshots.
import gifenc from 'gifenc';
import { PNG } from 'pngjs';

const { GIFEncoder, applyPalette, quantize } = gifenc;

/** Colours of all frames together; the next number stands for a pixel that is as in the frame before. */
const COLOURS = 255;

/**
 * Encodes screenshots of one size as a GIF that repeats without end. `frames` holds PNGs and how long each is shown, in
 * milliseconds. Throws where one is of another size.
 */
export function movingPicture(frames) {
  const pictures = frames.map(({ png }) => PNG.sync.read(png));
  const [{ width, height }] = pictures;
  if (pictures.some((each) => each.width !== width || each.height !== height))
    throw new Error('The frames are of different sizes.');
  // Frames with colours of their own would leave a trace of the one before where nothing changed beside it.
  const palette = quantize(Buffer.concat(pictures.map(({ data }) => data)), COLOURS);
  const gif = GIFEncoder();
  let before = null;
  pictures.forEach(({ data }, number) => {
    const index = applyPalette(data, palette);
    const changed = before
      ? index.map((colour, at) => (colour === before[at] ? palette.length : colour))
      : index;
    gif.writeFrame(changed, width, height, {
      delay: frames[number].milliseconds,
      dispose: 1,
      ...(before
        ? { transparent: true, transparentIndex: palette.length }
        : { palette: [...palette, [0, 0, 0]] }),
    });
    before = index;
  });
  gif.finish();
  return gif.bytes();
}
