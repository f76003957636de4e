import { Component, type ReactNode } from "react";
import { Broken } from "./Broken";

interface Properties {
  /** What stands here, as a person calls it. */
  part: string;
  /** What is shown; when that changes, it is tried again by itself. */
  of?: string | undefined;
  children: ReactNode;
}

interface State {
  error: unknown;
  isBroken: boolean;
  of: string | undefined;
}

/** Keeps a part of a page that breaks from taking the rest along. */
export class Guard extends Component<Properties, State> {
  override state: State = { error: undefined, isBroken: false, of: this.props.of };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, isBroken: true };
  }

  static getDerivedStateFromProps({ of }: Properties, state: State): Partial<State> | null {
    return of === state.of ? null : { error: undefined, isBroken: false, of };
  }

  override render(): ReactNode {
    const { error, isBroken } = this.state;
    return isBroken ? <Broken part={this.props.part} error={error} retry={() => this.setState({ error: undefined, isBroken: false })} /> : this.props.children;
  }
}
