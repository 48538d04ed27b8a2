/** The settings of an editor in which only our extension is looked at: nothing greets, moves, asks or reports. */
export const calmSettings = {
  'workbench.startupEditor': 'none',
  'workbench.reduceMotion': 'on',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
  'editor.minimap.enabled': false,
};
