/** Vite's own, as the tests use it: the files of a folder, also where there is no file system. */
interface ImportMeta {
  glob<Module>(pattern: string, options: { eager: true; import: 'default' }): Record<string, Module>
}
