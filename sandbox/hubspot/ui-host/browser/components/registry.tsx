import { Component, type ComponentType, type ReactNode } from 'react';
import { createController } from '@remote-ui/react/host';
import { noteProblem } from '../page/host-state.ts';
import * as buttons from './buttons.tsx';
import * as charts from './charts.tsx';
import * as crm from './crm.tsx';
import * as dates from './date-inputs.tsx';
import * as dialogs from './dialogs.tsx';
import * as disclosure from './disclosure.tsx';
import * as experimental from './experimental.tsx';
import * as figures from './figures.tsx';
import { Form } from './form.tsx';
import * as home from './home.tsx';
import { Icon } from './icons.tsx';
import * as layouts from './layouts.tsx';
import * as menus from './menus.tsx';
import * as numbers from './number-inputs.tsx';
import * as pages from './pages.tsx';
import * as selects from './selects.tsx';
import * as states from './states.tsx';
import * as table from './table.tsx';
import * as texts from './texts.tsx';
import * as textInputs from './text-inputs.tsx';
import * as toggles from './toggles.tsx';

// What arrives from a worker is only known to be what the package's types say.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyComponent = ComponentType<any>;

const { Button, LoadingButton } = buttons;
const { Dropdown, DropdownButtonItem, ButtonRow } = menus;
const { Flex, Stack, Box, Inline, AutoGrid, Tile, Card } = layouts;
const { Input, TextArea, SearchInput } = textInputs;
const { NumberInput, CurrencyInput, StepperInput } = numbers;
const { DateInput, TimeInput } = dates;
const { Select, MultiSelect } = selects;
const { Checkbox, RadioButton, Toggle, ToggleGroup } = toggles;
const { CrmPropertyList, CrmActionButton, CrmActionLink } = crm;
const { Alert, LoadingSpinner, EmptyState, ErrorState, Illustration, Image } = states;
const { Text, Heading, Link, List, DescriptionList, DescriptionListItem, Divider, Spacer } = texts;
const { Table, TableHead, TableBody, TableFooter, TableRow, TableHeader, TableCell } = table;
const { Tag, StatusTag, ProgressBar, ScoreCircle, Statistics, StatisticsItem, StatisticsTrend } = figures;
const { Accordion, Tabs, Tab, StepIndicator } = disclosure;
const { Modal, ModalBody, ModalFooter, Panel, PanelBody, PanelSection, PanelFooter, Tooltip } = dialogs;

/** Every component by the name it has in the worker. */
const components: Readonly<Record<string, AnyComponent>> = {
  Accordion,
  Alert,
  AutoGrid,
  Box,
  Button,
  ButtonRow,
  Card,
  Checkbox,
  CurrencyInput,
  DateInput,
  DescriptionList,
  DescriptionListItem,
  Divider,
  Dropdown,
  DropdownButtonItem,
  EmptyState,
  ErrorState,
  Flex,
  Form,
  Heading,
  Icon,
  Illustration,
  Image,
  Inline,
  Input,
  Link,
  List,
  LoadingButton,
  LoadingSpinner,
  Modal,
  ModalBody,
  ModalFooter,
  MultiSelect,
  NumberInput,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  ProgressBar,
  RadioButton,
  ScoreCircle,
  SearchInput,
  Select,
  Spacer,
  Stack,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StatusTag,
  StepIndicator,
  StepperInput,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Tabs,
  Tag,
  Text,
  TextArea,
  Textarea: TextArea,
  Tile,
  TimeInput,
  Toggle,
  ToggleGroup,
  Tooltip,
  BarChart: charts.BarChart,
  LineChart: charts.LineChart,
  CrmPropertyList,
  CrmActionButton,
  CrmActionLink,
  ...crm.crmPlaceholders,
  ...pages,
  ...home,
  Iframe: experimental.Iframe,
  MediaObject: experimental.MediaObject,
  Center: experimental.Center,
  ExpandableText: experimental.ExpandableText,
  ExperimentalFlex: Flex,
  ExperimentalBox: Box,
  ExperimentalInline: Inline,
  ExperimentalAutoGrid: AutoGrid,
  ExperimentalButtonRow: ButtonRow,
  ExperimentalButton: Button,
  ExperimentalLoadingButton: LoadingButton,
  ExperimentalInput: Input,
  ExperimentalTextArea: TextArea,
  ExperimentalNumberInput: NumberInput,
  ExperimentalDateInput: DateInput,
  ExperimentalTimeInput: TimeInput,
  ExperimentalCurrencyInput: CurrencyInput,
  ExperimentalStepperInput: StepperInput,
  ExperimentalSearchInput: SearchInput,
  ExperimentalSelect: Select,
  ExperimentalMultiSelect: MultiSelect,
  ExperimentalCheckbox: Checkbox,
  ExperimentalRadioButton: RadioButton,
  ExperimentalToggle: Toggle,
};

/** Draws an error where a component fails, and leaves the others alone. */
class ComponentBoundary extends Component<{ name: string; children: ReactNode }, { message: string | null }> {
  override state: { message: string | null } = { message: null };

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    noteProblem({ kind: 'component', message: `UIH021: ${this.props.name} could not be drawn. ${message}` });
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

const guarded = new Map<string, AnyComponent>();

function guardedComponent(name: string): AnyComponent {
  const known = guarded.get(name);
  if (known !== undefined) return known;
  const Implementation = Object.hasOwn(components, name) ? components[name] : undefined;
  const Guarded = (props: Record<string, unknown>): ReactNode => (
    <ComponentBoundary name={name}>
      {Implementation === undefined ? <experimental.Unknown name={name} /> : <Implementation {...props} />}
    </ComponentBoundary>
  );
  guarded.set(name, Guarded);
  return Guarded;
}

/** Finds the component for what the worker asks to draw. */
export const controller: ReturnType<typeof createController> = {
  ...createController({}),
  get: (type) => guardedComponent(String(type)),
};
