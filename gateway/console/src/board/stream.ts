import { createClient, type Transport } from "@connectrpc/connect";
import { BoardService } from "../generated/handhaving/dispatch/v1/board_service_pb";
import type { OpenStream } from "./feed";

/**
 * The stream of a board from the platform.
 * @param board name of the team, as `teams/{team}`.
 */
export function streamOf(transport: Transport, board: string): OpenStream {
  const boards = createClient(BoardService, transport); // alone: a worker carries no more than it speaks
  return async function* (resumeToken, signal) {
    for await (const message of boards.watchBoard({ parent: board, resumeToken }, { signal, timeoutMs: 0 })) yield { message, at: Date.now() };
  };
}
