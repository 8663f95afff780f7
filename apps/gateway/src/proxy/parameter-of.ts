/** The value that a path has where the path of its route has the parameter `name`. */
export const parameterOf = (routePath: string, name: string, url: string): string => {
  const at = routePath.split('/').indexOf(`:${name}`);
  return url.split('?', 1)[0]?.split('/')[at] ?? '';
};
