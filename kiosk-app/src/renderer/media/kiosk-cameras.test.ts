import { describe, expect, it } from 'vitest';
import { documentCameraOf, nextCameraOf } from './kiosk-cameras.ts';

const face = { deviceId: 'face', label: 'HD Webcam' };
const second = { deviceId: 'second', label: 'USB Camera' };
const overhead = { deviceId: 'overhead', label: 'IPEVO Document Camera' };

describe('the document camera', () => {
  it('is the one that calls itself so', () => {
    expect(documentCameraOf([face, second, overhead], 'face')).toBe(overhead);
  });
  it('is otherwise the one that does not see the citizen', () => {
    expect(documentCameraOf([face, second], 'face')).toBe(second);
    expect(documentCameraOf([face], 'face')).toBeNull();
  });
});

describe('the next camera', () => {
  it('goes round, and is none when there is but one', () => {
    expect(nextCameraOf([face, second], 'face')).toBe(second);
    expect(nextCameraOf([face, second], 'second')).toBe(face);
    expect(nextCameraOf([face], 'face')).toBeNull();
    expect(nextCameraOf([], undefined)).toBeNull();
  });
});
