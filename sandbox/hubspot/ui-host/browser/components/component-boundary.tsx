import { Component, type ReactNode } from 'react';
import { brokenComponent } from '../page/host-problems.ts';
import { noteProblem } from '../page/host-state.ts';

/** Draws an error where a component fails, and leaves the others alone. */
export class ComponentBoundary extends Component<{ name: string; children: ReactNode }, { message: string | null }> {
  override state: { message: string | null } = { message: null };

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown): void {
    noteProblem(brokenComponent(this.props.name, error));
  }

  override render(): ReactNode {
    if (this.state.message === null) return this.props.children;
    return (
      <div className="uih-unknown" role="alert">
        <strong>{this.props.name}</strong>: {this.state.message}
      </div>
    );
  }
}
