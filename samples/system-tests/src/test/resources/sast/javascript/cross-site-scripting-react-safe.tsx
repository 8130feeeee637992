export function Comment(props: { text: string }) {
  return <p>{props.text}</p>;
}
