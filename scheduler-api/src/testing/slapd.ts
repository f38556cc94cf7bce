import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Attribute, Change, Client } from 'ldapts';
import { serveHttp } from './http-server.ts';
import { makeCertificates } from './make-certificates.ts';

/** Debian's, of the package slapd: installed, or unpacked by the set-up without making it a service. */
const unpacked = fileURLToPath(new URL('../../../node_modules/.cache/remote-clerk/slapd', import.meta.url));
const roots = ['', unpacked];
const root = roots.find((one) => existsSync(`${one}/usr/sbin/slapd`));
export const hasSlapd = root !== undefined;

const baseDn = 'dc=kuldiga,dc=lv';
const bindDn = `cn=reader,${baseDn}`;
export const bindPassword = 'lasītāja parole';

export type SlapdPerson = {
  uid: string;
  name: string;
  password?: string;
  email?: string;
  title?: string;
  /** Days since 1970 after which the account is over. */
  shadowExpire?: number;
  /** How Active Directory says that it is disabled, and its own id of the entry. */
  userAccountControl?: number;
  objectGuid?: Buffer;
};
export type Slapd = Awaited<ReturnType<typeof startSlapd>>;

/**
 * A real LDAP directory in a folder of its own, by ldaps and by StartTLS, with a certificate of an authority made for it.
 * @param host the name that its certificate is for
 * @param givesAll whether it gives more than 500 entries, page by page
 */
export async function startSlapd({ host = 'localhost', givesAll = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'remote-clerk-slapd-'));
  const file = (name: string) => join(folder, name);
  const [openPort, securePort] = [await findFreePort(), await findFreePort()];
  makeCertificates(folder, host);
  mkdirSync(file('data'));
  writeFileSync(file('slapd.conf'), configuration(folder, givesAll));
  const url = `ldaps://localhost:${securePort}`;
  const startTlsUrl = `ldap://localhost:${openPort}`;
  const ports = `ldap://127.0.0.1:${openPort}/ ldaps://127.0.0.1:${securePort}/`;
  const said: string[] = [];

  async function start() {
    const server = spawn(`${root}/usr/sbin/slapd`, ['-d', '0', '-f', file('slapd.conf'), '-h', ports], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (data) => said.push(String(data)));
    const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    while (!(await answers(securePort))) {
      if (isOver) throw new Error(`slapd did not start:\n${said.join('')}`);
      await wait(20);
    }
    return { server, ended };
  }
  let running = await start();

  /** As the directory's own administrator. */
  async function administer<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ url, tlsOptions: { rejectUnauthorized: false } });
    try {
      await client.bind(`cn=admin,${baseDn}`, 'admin');
      return await work(client);
    } finally {
      await client.unbind();
    }
  }
  await administer(async (client) => {
    await client.add(baseDn, { objectClass: ['dcObject', 'organization'], dc: 'kuldiga', o: 'Kuldīgas novads' });
    for (const ou of ['people', 'groups']) {
      await client.add(`ou=${ou},${baseDn}`, { objectClass: 'organizationalUnit', ou });
    }
    await client.add(bindDn, {
      objectClass: ['applicationProcess', 'simpleSecurityObject'],
      cn: 'reader',
      userPassword: bindPassword,
    });
  });
  const personDn = (uid: string) => `uid=${uid},ou=people,${baseDn}`;
  const groupDn = (name: string) => `cn=${name.replaceAll(',', '\\,')},ou=groups,${baseDn}`;

  return {
    url,
    startTlsUrl,
    openPort,
    securePort,
    /** Of the authority that its certificate comes from. */
    certificate: readFileSync(file('ca.pem'), 'utf8').trim(),
    baseDn,
    peopleDn: `ou=people,${baseDn}`,
    groupsDn: `ou=groups,${baseDn}`,
    bindDn,
    personDn,
    groupDn,

    addPeople: (...people: SlapdPerson[]) =>
      administer(async (client) => {
        for (const person of people) await client.add(personDn(person.uid), attributesOf(person));
      }),
    removePeople: (...uids: string[]) =>
      administer(async (client) => {
        for (const uid of uids) await client.del(personDn(uid));
      }),
    /** @param value none takes the attribute away */
    change: (uid: string, type: string, value: string | undefined) =>
      administer((client) =>
        client.modify(
          personDn(uid),
          new Change({ operation: 'replace', modification: new Attribute({ type, values: value ? [value] : [] }) }),
        ),
      ),
    /** Gives an entry an attribute that its classes do not have. */
    extend: (uid: string, type: string, value: string) =>
      administer((client) =>
        client.modify(personDn(uid), [
          new Change({
            operation: 'add',
            modification: new Attribute({ type: 'objectClass', values: ['extensibleObject'] }),
          }),
          new Change({ operation: 'add', modification: new Attribute({ type, values: [value] }) }),
        ]),
      ),
    /** Makes a group of these people, or the one that there is to be of these. */
    setGroup: (name: string, ...uids: string[]) =>
      administer(async (client) => {
        await client.del(groupDn(name)).catch(() => {});
        await client.add(groupDn(name), {
          objectClass: 'groupOfNames',
          cn: name,
          member: [bindDn, ...uids.map(personDn)],
        });
      }),
    /** A part of the tree that is said to be in another directory. */
    addReferral: (name: string, to: string) =>
      administer((client) =>
        client.add(`ou=${name},ou=people,${baseDn}`, {
          objectClass: ['referral', 'extensibleObject'],
          ou: name,
          ref: to,
        }),
      ),

    /** As when its machine is down; what it knows is kept. */
    async pause() {
      running.server.kill();
      await running.ended;
    },
    async resume() {
      running = await start();
    },
    async stop() {
      running.server.kill();
      await running.ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function attributesOf(person: SlapdPerson) {
  const isExpiring = person.shadowExpire !== undefined;
  const isActiveDirectory = person.userAccountControl !== undefined || person.objectGuid !== undefined;
  const classes = [
    'inetOrgPerson',
    ...(isExpiring ? ['shadowAccount'] : []),
    ...(isActiveDirectory ? ['extensibleObject'] : []),
  ];
  const attributes = [
    new Attribute({ type: 'objectClass', values: classes }),
    new Attribute({ type: 'uid', values: [person.uid] }),
    new Attribute({ type: 'cn', values: [person.name] }),
    new Attribute({ type: 'sn', values: [person.name.split(' ').at(-1) ?? person.name] }),
    new Attribute({ type: 'userPassword', values: [person.password ?? 'parole123'] }),
  ];
  const more = {
    mail: person.email,
    title: person.title,
    shadowExpire: person.shadowExpire,
    userAccountControl: person.userAccountControl,
  };
  for (const [type, value] of Object.entries(more)) {
    if (value !== undefined) attributes.push(new Attribute({ type, values: [String(value)] }));
  }
  if (person.objectGuid) attributes.push(new Attribute({ type: 'objectGUID', values: [person.objectGuid] }));
  return attributes;
}

/** Nobody is let in without a name; whoever is bound may read; nothing may be said in clear. */
const configuration = (folder: string, givesAll: boolean) => `
${['core', 'cosine', 'nis', 'inetorgperson'].map((name) => `include ${root}/etc/ldap/schema/${name}.schema`).join('\n')}
attributetype ( 1.2.840.113556.1.4.8 NAME 'userAccountControl' SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )
attributetype ( 1.2.840.113556.1.4.2 NAME 'objectGUID' EQUALITY octetStringMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.40 SINGLE-VALUE )
modulepath ${root}/usr/lib/ldap
moduleload back_mdb.so
pidfile ${folder}/slapd.pid
TLSCACertificateFile ${folder}/ca.pem
TLSCertificateFile ${folder}/server.pem
TLSCertificateKeyFile ${folder}/server.key
TLSVerifyClient never
security simple_bind=128
sizelimit 500
database mdb
directory ${folder}/data
suffix "${baseDn}"
rootdn "cn=admin,${baseDn}"
rootpw admin
maxsize 67108864
dbnosync
index objectClass,uid,member,entryUUID eq
${givesAll ? `limits dn.exact="${bindDn}" size.prtotal=unlimited` : ''}
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="${bindDn}" read by * none
`;

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const say = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    socket.once('connect', () => say(true));
    socket.once('error', () => say(false));
  });

async function findFreePort(): Promise<number> {
  const { port, close } = await serveHttp((_request, response) => response.end());
  close();
  return port;
}
