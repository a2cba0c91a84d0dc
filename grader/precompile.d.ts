import type { Plugin as EsbuildPlugin } from 'esbuild';
import type { Plugin } from 'vitest/config';

export const templates: EsbuildPlugin;
export const templatesForTests: Plugin;
