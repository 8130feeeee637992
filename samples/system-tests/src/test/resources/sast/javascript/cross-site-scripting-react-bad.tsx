export function Comment(props: { text: string }) {
  return <p dangerouslySetInnerHTML={{ __html: props.text }} />;
}
