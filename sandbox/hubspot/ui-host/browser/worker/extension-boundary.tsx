import { Component, type ReactNode } from 'react';
import { describe, report } from './report-problems.ts';

/** Tells the page of what an extension throws while it renders, and draws nothing in its place. */
export class ExtensionBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidCatch(error: unknown): void {
    report(describe('render', error));
  }

  override render(): ReactNode {
    return this.state.hasFailed ? null : this.props.children;
  }
}
