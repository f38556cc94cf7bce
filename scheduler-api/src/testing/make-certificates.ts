import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes an authority (`ca.pem`), and a certificate of it for a host (`server.pem`, `server.key`). */
export function makeCertificates(folder: string, host: string): void {
  const file = (name: string) => join(folder, name);
  const openssl = (...parts: string[]) => execFileSync('openssl', parts, { stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    file('ca.key'),
    '-out',
    file('ca.pem'),
    '-subj',
    '/CN=Kuldīgas CA',
    '-utf8',
    '-days',
    '2',
  );
  openssl('req', ...key, '-keyout', file('server.key'), '-out', file('server.csr'), '-subj', `/CN=${host}`);
  writeFileSync(file('server.ext'), `subjectAltName=DNS:${host}\n`);
  const signing = ['-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-CAcreateserial', '-extfile', file('server.ext')];
  openssl('x509', '-req', '-in', file('server.csr'), '-out', file('server.pem'), '-days', '2', ...signing);
}
