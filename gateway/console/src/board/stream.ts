import type { Clients } from "../contracts/clients";
import type { OpenStream } from "./feed";

/**
 * The stream of a board from the platform.
 * @param board name of the team, as `teams/{team}`.
 */
export function streamOf(clients: Clients, board: string): OpenStream {
  return async function* (resumeToken, signal) {
    for await (const message of clients.board.watchBoard({ parent: board, resumeToken }, { signal, timeoutMs: 0 })) yield { message, at: Date.now() };
  };
}
