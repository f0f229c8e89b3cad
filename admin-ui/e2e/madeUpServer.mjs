// The built console in front of the made-up server of src/testing, on a port of this machine.
import path from 'node:path';
import { createServer } from 'vite';
import { serveFiles } from './files.mjs';

export async function startMadeUpServer(settings, port = 0) {
  const root = path.resolve(import.meta.dirname, '..');
  const vite = await createServer({
    root,
    configFile: path.join(root, 'vite.config.ts'),
    server: { middlewareMode: true, watch: null, ws: false, hmr: false },
    optimizeDeps: { noDiscovery: true, include: [] },
    appType: 'custom',
    logLevel: 'error',
  });
  const { listen } = await vite.ssrLoadModule('/src/testing/nodeServer.ts');
  const http = await listen(settings, serveFiles(path.join(root, 'dist')), port);
  return {
    url: `http://127.0.0.1:${http.address().port}`,
    username: 'mira',
    password: 'correct horse battery',
    approver: { username: 'jonas', password: 'correct horse battery' },
    oneSession: true,
    stop: async () => {
      http.closeAllConnections();
      http.close();
      await vite.close();
    },
  };
}
