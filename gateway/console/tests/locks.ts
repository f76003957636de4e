/** The browser's locks, for one page; the test holds and frees those of others. */
export class Locks {
  private readonly waiting = new Map<string, (() => void)[]>();
  private readonly held = new Set<string>();

  hold(name: string): void {
    this.held.add(name);
  }

  free(name: string): void {
    this.held.delete(name);
    const [next, ...rest] = this.waiting.get(name) ?? [];
    this.waiting.set(name, rest);
    next?.();
  }

  async request<Result>(name: string, act: () => Result | Promise<Result>): Promise<Result> {
    while (this.held.has(name)) await new Promise<void>((go) => this.waiting.set(name, [...(this.waiting.get(name) ?? []), go]));
    this.held.add(name);
    try {
      return await act();
    } finally {
      this.free(name);
    }
  }
}
