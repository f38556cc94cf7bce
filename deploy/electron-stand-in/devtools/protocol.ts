import { z } from 'zod';

// The part of https://chromedevtools.github.io/devtools-protocol/ that is read here.

export const replies = {
  version: z.object({ product: z.string() }),
  browserContext: z.object({ browserContextId: z.string() }),
  target: z.object({ targetId: z.string() }),
  session: z.object({ sessionId: z.string() }),
  window: z.object({ windowId: z.int() }),
  layout: z.object({ cssLayoutViewport: z.object({ clientWidth: z.number(), clientHeight: z.number() }) }),
  navigation: z.object({ errorText: z.string().optional() }),
};

const frame = z.object({
  id: z.string(),
  parentId: z.string().optional(),
  url: z.string(),
  unreachableUrl: z.string().optional(),
});

export const events = {
  targetCreated: {
    method: 'Target.targetCreated',
    params: z.object({
      targetInfo: z.object({ targetId: z.string(), type: z.string(), openerId: z.string().optional() }),
    }),
  },
  targetDestroyed: { method: 'Target.targetDestroyed', params: z.object({ targetId: z.string() }) },
  downloadWillBegin: {
    method: 'Browser.downloadWillBegin',
    params: z.object({ url: z.string(), frameId: z.string() }),
  },
  loaded: { method: 'Page.loadEventFired', params: z.object({}) },
  frameNavigated: { method: 'Page.frameNavigated', params: z.object({ frame }) },
  navigatedWithinDocument: {
    method: 'Page.navigatedWithinDocument',
    params: z.object({ frameId: z.string(), url: z.string() }),
  },
  responseReceived: {
    method: 'Network.responseReceived',
    params: z.object({
      type: z.string(),
      frameId: z.string().optional(),
      response: z.object({ url: z.string(), status: z.int() }),
    }),
  },
  crashed: { method: 'Inspector.targetCrashed', params: z.object({}) },
  bindingCalled: {
    method: 'Runtime.bindingCalled',
    params: z.object({ name: z.string(), payload: z.string(), executionContextId: z.int() }),
  },
  requestPaused: {
    method: 'Fetch.requestPaused',
    params: z.object({
      requestId: z.string(),
      request: z.object({ url: z.string() }),
      frameId: z.string(),
      redirectedRequestId: z.string().optional(),
    }),
  },
};
