/** The script worlds of a frame, as Chromium's debugger lists them: an extension's has the extension's name. */
import type { Frame } from 'puppeteer-core';

export async function worldsOf(frame: Frame): Promise<string[]> {
  const id = (frame as unknown as { _id: string })._id;
  const browser = await frame.page().browser().target().createCDPSession();
  // A frame of another site is a target by itself.
  const { targetInfos } = await browser.send('Target.getTargets');
  const isTarget = targetInfos.some(({ targetId }) => targetId === id);
  const session = isTarget ? await attach() : await frame.page().createCDPSession();
  const names: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { name, auxData } }) => {
    if (auxData?.frameId === id) names.push(name);
  });
  // Answered after all worlds that are there have been told of.
  await session.send('Runtime.enable');
  return names;

  async function attach() {
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId: id, flatten: true });
    const attached = browser.connection()?.session(sessionId);
    if (!attached) throw new Error(`No session with frame ${frame.url()}`);
    return attached;
  }
}
