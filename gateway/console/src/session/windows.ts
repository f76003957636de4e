import { User } from "oidc-client-ts";

type Message = { kind: "who" } | { kind: "user"; user: string };

const answerLimit = 250; // milliseconds; another window answers within a few

/** Windows of one browser share a sign-in: who renews tells the others, who opens asks them. */
export class Windows {
  private readonly channel = new BroadcastChannel("handhaving-session");

  constructor(private readonly current: () => User | undefined, onUser: (user: User) => void) {
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === "user") onUser(User.fromStorageString(data.user));
      else this.tell();
    };
  }

  tell(): void {
    const user = this.current();
    if (user) this.channel.postMessage({ kind: "user", user: user.toStorageString() } satisfies Message);
  }

  /** Asks the other windows; an answer comes through `onUser`. */
  async ask(): Promise<void> {
    this.channel.postMessage({ kind: "who" } satisfies Message);
    await new Promise((resolve) => setTimeout(resolve, answerLimit));
  }
}
