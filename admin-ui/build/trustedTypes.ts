import type { Plugin } from 'vite';

const LIVE_ANNOUNCER = /react-aria\/dist\/private\/live-announcer\/LiveAnnouncer\.m?js$/;

/**
 * React Aria empties its live regions with innerHTML = '', which the policy require-trusted-types-for 'script' forbids,
 * so that the first announcement would break the page. The same emptying without HTML is put in its place. Fails the
 * build when an upgrade has moved the line, so that nobody finds out on the page.
 */
export const trustedTypes = (): Plugin => ({
  name: 'trusted-types',
  enforce: 'pre',
  transform(code, id) {
    if (!LIVE_ANNOUNCER.test(id.split('?')[0] ?? '')) return null;
    const safe = code.replaceAll(/\.innerHTML = ''/g, '.replaceChildren()');
    if (safe === code)
      this.error('LiveAnnouncer no longer sets innerHTML: this plugin can go, or must follow it.');
    return { code: safe, map: null };
  },
});
