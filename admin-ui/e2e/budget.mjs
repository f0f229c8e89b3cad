// Compressed bytes of all scripts that a first visit of the overview asks for.
import { openPage } from './browser.mjs';
import { signIn } from './signIn.mjs';

export async function firstVisitBytes(browser, server) {
  const session = await openPage(browser);
  const devtools = await session.context.newCDPSession(session.page);
  await devtools.send('Network.enable');
  const scripts = new Set();
  let bytes = 0;
  devtools.on(
    'Network.responseReceived',
    ({ requestId, type }) => type === 'Script' && scripts.add(requestId),
  );
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await signIn(session, server);
  await session.page.getByText('Average lifetime value').waitFor();
  await session.close();
  console.log(`      first visit: ${Math.round(bytes / 1024)} KB of scripts`);
  return bytes;
}
