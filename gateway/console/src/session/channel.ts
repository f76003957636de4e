/** What windows of one browser say to each other about who is signed in. */
export type SessionMessage =
  | { kind: "who" }
  | {
    kind: "user";
    user: string;
    /** When the person signed in, in milliseconds by this machine's clock. */
    since: number;
  }
  | { kind: "out" };

export function sessionChannel(): BroadcastChannel {
  return new BroadcastChannel("handhaving-session");
}

/** Calls when somebody signs out in another window of this browser. */
export function whenSignedOut(act: () => void): void {
  sessionChannel().onmessage = ({ data }: MessageEvent<SessionMessage>) => {
    if (data.kind === "out") act();
  };
}
