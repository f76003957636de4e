import type { Interceptor } from "@connectrpc/connect";
import { ConnectError } from "@connectrpc/connect";

/** Metadata of an error under which its call can be found in the platform's traces (W3C Trace Context, 32 hexadecimal digits). */
export const traceKey = "x-trace-id";

const hex = (bytes: number) => Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Each call begins its own trace, so that an error can be named also when no answer came. */
export const traced: Interceptor = (next) => async (request) => {
  const trace = hex(16);
  request.header.set("traceparent", `00-${trace}-${hex(8)}-01`);
  try {
    return await next(request);
  } catch (error) {
    const failure = ConnectError.from(error);
    failure.metadata.set(traceKey, trace);
    throw failure;
  }
};
