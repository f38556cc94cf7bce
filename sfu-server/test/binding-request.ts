import { createHmac } from 'node:crypto';
import { crc32 } from 'node:zlib';

const magicCookie = 0x2112a442;
const attribute = {
  username: 0x0006,
  integrity: 0x0008,
  priority: 0x0024,
  useCandidate: 0x0025,
  controlling: 0x802a,
  fingerprint: 0x8028,
};

/** A binding request as a browser sends it. */
export function bindingRequest({ usernameFragment, password }: { usernameFragment: string; password: string }): Buffer {
  const attributes = Buffer.concat([
    stunAttribute(attribute.username, Buffer.from(`${usernameFragment}:them`)),
    stunAttribute(attribute.priority, Buffer.from([0x6e, 0, 0x1e, 0xff])),
    stunAttribute(attribute.controlling, Buffer.alloc(8, 7)),
    stunAttribute(attribute.useCandidate, Buffer.alloc(0)),
  ]);
  const header = Buffer.alloc(20, 3);
  header.writeUInt16BE(0x0001, 0);
  header.writeUInt16BE(attributes.length + 24, 2);
  header.writeUInt32BE(magicCookie, 4);
  const integrity = createHmac('sha1', password).update(header).update(attributes).digest();
  const signed = Buffer.concat([header, attributes, stunAttribute(attribute.integrity, integrity)]);
  // The length is grown by each attribute before it is made.
  signed.writeUInt16BE(signed.length - 20 + 8, 2);
  const fingerprint = Buffer.alloc(4);
  fingerprint.writeUInt32BE((crc32(signed) ^ 0x5354554e) >>> 0);
  return Buffer.concat([signed, stunAttribute(attribute.fingerprint, fingerprint)]);
}

function stunAttribute(type: number, value: Buffer): Buffer {
  const padded = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);
  padded.writeUInt16BE(type, 0);
  padded.writeUInt16BE(value.length, 2);
  value.copy(padded, 4);
  return padded;
}
