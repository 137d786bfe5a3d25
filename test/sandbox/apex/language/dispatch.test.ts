import { describe, expect, it } from '@jest/globals';
import { begin, run } from './run-snippet.ts';

const shapes = `
  public interface Shape { Integer area(); }
  public abstract class Named implements Shape {
    protected String name;
    public Named(String name) { this.name = name; }
    public abstract Integer area();
    public virtual String label() { return name + area(); }
  }
  public class Square extends Named {
    private Integer side;
    public Square(Integer side) { super('square'); this.side = side; }
    public override Integer area() { return side * side; }
    public override String label() { return '[' + super.label() + ']'; }
  }`;

describe('dispatch', () => {
  it('calls the method of the object’s own class through a supertype and an interface', () => {
    expect(run('Named n = new Square(3); Shape s = n; return n.label() + s.area();', shapes)).toBe('[square9]9');
  });

  it('ignores case in the names of types, members and locals', () => {
    expect(run('nAmEd SQ = NEW sQuare(2); return sq.LABEL();', shapes)).toBe('[square4]');
  });

  it('calls static methods of the outer class from an inner one', () => {
    const members = 'static Integer two() { return 2; } class Inner { Integer four() { return two() * 2; } }';
    expect(run('return new Inner().four();', members)).toBe('4');
  });

  it('extends classes of other files, whatever their order', () => {
    const transaction = begin({
      A: "public class A extends B { public override String who() { return 'A>' + super.who(); } }",
      B: "public virtual class B { public virtual String who() { return 'B'; } }",
      C: 'public class C { public static String go() { B one = new A(); return one.who(); } }',
    });
    expect(transaction.call('C', 'go', [])).toBe('A>B');
  });

  it('uses toString, equals and hashCode of source in texts, collections and ==', () => {
    const members = `class Key {
      String text;
      Key(String text) { this.text = text; }
      public override String toString() { return 'Key ' + text; }
      public Boolean equals(Object other) { return other instanceof Key && ((Key) other).text == text; }
      public override Integer hashCode() { return text.length(); }
    }`;
    expect(run("return new Set<Key>{ new Key('a'), new Key('a') };", members)).toBe('{Key a}');
    expect(run("return new Key('a') == new Key('a');", members)).toBe('true');
    expect(run("return new Key('a') === new Key('a');", members)).toBe('false');
  });

  it('reaches what Object does behind super', () => {
    const members = "class P { Integer x = 1; public override String toString() { return 'P!' + super.toString(); } }";
    expect(run('return new P();', members)).toBe('P!P:[x=1]');
  });

  it('calls what an exception of source replaces', () => {
    const members =
      "class OwnException extends Exception { public override String getMessage() { return 'own ' + super.getMessage(); } }";
    expect(run("try { throw new OwnException('x'); } catch (Exception e) { return e.getMessage(); }", members)).toBe(
      'own x',
    );
  });

  it('lets the platform call what source implements under the names of its own types', () => {
    const members = `
      class ByLength implements Comparator<String> {
        public Integer compare(String one, String other) { return one.length() - other.length(); }
      }
      class Down implements Iterable<Integer>, Iterator<Integer> {
        Integer at = 3;
        public Iterator<Integer> iterator() { return this; }
        public Boolean hasNext() { return at > 0; }
        public Integer next() { return at--; }
      }`;
    expect(run("List<String> l = new List<String>{ 'ccc', 'a' }; l.sort(new ByLength()); return l;", members)).toBe(
      '(a, ccc)',
    );
    expect(run("String s = ''; for (Integer i : new Down()) { s += i; } return s;", members)).toBe('321');
  });
});
