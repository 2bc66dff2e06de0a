import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

/** Loaded into the server under test: writes down every host that it connects to or looks up. */
const file = process.env.ACCORD_HOSTS_FILE;
const noted = new Set();

/** @param {unknown} host */
function note(host) {
  if (!file || typeof host !== 'string' || noted.has(host)) return;
  noted.add(host);
  appendFileSync(file, `server ${host}\n`);
}

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function recorded(/** @type {any[]} */ ...parameters) {
  const [first, second] = Array.isArray(parameters[0]) ? parameters[0] : parameters;
  if (typeof first === 'object' && first !== null) {
    if (!('path' in first) || !first.path) note(first.host ?? 'localhost');
  } else if (typeof first === 'number') note(typeof second === 'string' ? second : 'localhost');
  return Reflect.apply(connect, this, parameters);
};

const lookup = dns.lookup;
// @ts-expect-error the overloads of lookup do not matter to a function that hands everything on
dns.lookup = (/** @type {string} */ host, /** @type {any[]} */ ...rest) => {
  note(host);
  return Reflect.apply(lookup, dns, [host, ...rest]);
};
