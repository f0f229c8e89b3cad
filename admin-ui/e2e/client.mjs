// The product's HTTP interface, as a script needs it to prepare data.
import { setTimeout as sleep } from 'node:timers/promises';

// A large base takes its minutes.
const JOB_MILLIS = 900_000;

export class Client {
  #url;
  #cookie = '';

  constructor(url) {
    this.#url = `${url}/api`;
  }

  async #send(method, path, headers, body) {
    const answer = await fetch(this.#url + path, {
      method,
      headers: { 'X-Requested-With': 'cip', Cookie: this.#cookie, ...headers },
      body,
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    const cookie = answer.headers.getSetCookie()[0];
    if (cookie) this.#cookie = cookie.split(';')[0];
    return text ? JSON.parse(text) : undefined;
  }

  get = (path) => this.#send('GET', path, {});
  post = (path, body) =>
    this.#send('POST', path, { 'Content-Type': 'application/json' }, JSON.stringify(body));
  signIn = (username, password) => this.post('/session', { username, password });
  upload = (name, bytes) =>
    this.#send('POST', '/imports/files', { 'Content-Type': 'text/csv', 'X-File-Name': name }, bytes);

  /** Waits until a job is over; a failed one is an error. */
  async finished({ id }) {
    for (const end = Date.now() + JOB_MILLIS; Date.now() < end; await sleep(200)) {
      const job = await this.get(`/jobs/${id}`);
      if (job.state === 'SUCCEEDED') return job;
      if (job.state === 'FAILED' || job.state === 'CANCELLED') throw new Error(`${job.label}: ${job.error}`);
    }
    throw new Error(`Job ${id} took more than a quarter of an hour.`);
  }
}
