/**
 * Runs on the 404 page, which static hosts serve for unknown addresses. Programs that forward a quiz link may write its
 * `#` as `%23`, or add a slash before it; the address then names a missing page below or beside `/a`. Everything after
 * `a` is passed to the quiz link page, which can parse it. Plain script text, because the 404 page has no other script;
 * the build adds its hash to the Content-Security-Policy.
 */
export function fragmentRedirectScript(base: string): string {
  return `(function(){
var l=location,b=${JSON.stringify(base)},p=l.pathname,m;
if(p.slice(0,b.length).toLowerCase()!==b.toLowerCase())return;
m=/^a(?:\\.html|\\/index\\.html)?(?![\\w-])(.*)$/i.exec(p.slice(b.length));
m=m&&m[1].replace(/^\\/$/,'')+l.search+l.hash;
if(m)l.replace(b+'a#'+m.replace(/^#/,''))
})()`
}
