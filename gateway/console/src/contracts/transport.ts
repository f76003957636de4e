import { type Interceptor, type Transport } from "@connectrpc/connect";
import { createGrpcWebTransport } from "@connectrpc/connect-web";
import { traced } from "./trace";

const unaryLimit = 8_000; // milliseconds; each call carries a deadline, streams say 0

/** gRPC-Web to the gateway that served this page, with the token of who is signed in. */
export function transportTo(token: () => Promise<string | undefined>): Transport {
  const signed: Interceptor = (next) => async (request) => {
    const current = await token();
    if (current !== undefined) request.header.set("authorization", `Bearer ${current}`);
    return await next(request);
  };
  return createGrpcWebTransport({ baseUrl: location.origin, interceptors: [traced, signed], defaultTimeoutMs: unaryLimit });
}
